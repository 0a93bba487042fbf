import { Outlet } from 'react-router-dom';
import { InboxProvider } from '../../inbox/InboxContext';

/** What the tabs share. */
export function MainLayout() {
  return (
    <InboxProvider>
      <Outlet />
    </InboxProvider>
  );
}
