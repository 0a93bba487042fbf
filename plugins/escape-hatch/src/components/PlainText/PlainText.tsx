import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  { root: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } },
  { name: 'EscapeHatchPlainText' },
);

/** What people wrote, as they wrote it: never taken for markup. */
export function PlainText({ children }: { children: string }) {
  return <div className={useStyles().root}>{children}</div>;
}
