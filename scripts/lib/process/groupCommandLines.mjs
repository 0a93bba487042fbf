import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** The command lines of all processes in a process group. */
export function groupCommandLines(groupId) {
  return process.platform === 'linux' ? fromProc(groupId) : fromPs(groupId);
}

// Slim container images have no `ps`.
function fromProc(groupId) {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(pid => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        // After the command in brackets: state, parent, process group.
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return Number(fields[2]) === groupId
          ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')]
          : [];
      } catch {
        // ended meanwhile
        return [];
      }
    });
}

function fromPs(groupId) {
  const lines = execFileSync('ps', ['-A', '-o', 'pgid=,args='], {
    encoding: 'utf8',
  }).split('\n');
  return lines
    .map(line => /^\s*(\d+) (.*)$/.exec(line))
    .filter(match => match && Number(match[1]) === groupId)
    .map(match => match[2]);
}
