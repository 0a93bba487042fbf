import type { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  {
    '@global': {
      '@media print': {
        // Hosts give their page the height of the window and let a part of it scroll: on paper nothing does.
        'html, body, body *:has([data-print="area"])': {
          position: 'static !important',
          display: 'block !important',
          height: 'auto !important',
          minHeight: '0 !important',
          maxHeight: 'none !important',
          margin: '0 !important',
          padding: '0 !important',
          overflow: 'visible !important',
          contain: 'none !important',
        },
        // Whatever neither holds the area nor lies in it: sidebar, header and tabs of any host.
        'body > *:not(:has([data-print="area"])), body *:has([data-print="area"]) > *:not(:has([data-print="area"])):not([data-print="area"])':
          { display: 'none !important' },
        '[data-print="no"]': { display: 'none !important' },
        '[data-print="yes"][hidden]': { display: 'block !important' },
        // Paper is white in any theme; the words say what the icons' colours do.
        'html, body, [data-print="area"], [data-print="area"] *': {
          color: '#000 !important',
          background: 'none !important',
        },
        'tr, h2, h3, h4': { breakInside: 'avoid' },
      },
      '@page': { margin: '15mm' },
    },
  },
  { name: 'DoraPrintArea' },
);

/** What is printed of a page; parts with `data-print="no"` stay on the screen, hidden ones with `"yes"` come along. */
export function PrintArea({ children }: { children: ReactNode }) {
  useStyles();
  return <div data-print="area">{children}</div>;
}
