import { renderCommand } from './renderCommand';

renderCommand({
  args: process.argv.slice(2),
  // Yarn runs scripts in the package's folder.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  print: text => process.stdout.write(`${text}\n`),
  complain: text => process.stderr.write(`${text}\n`),
}).then(
  exitCode => process.exit(exitCode),
  error => {
    console.error(error);
    process.exit(2);
  },
);
