import type { ReactNode } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';

/** Leads from the page itself to its first tab, with the query: `?scope=…` is for that tab. */
export function FirstTab(props: {
  /** Below the page. */
  path: string;
  /** The page with its tabs. */
  children: ReactNode;
}) {
  const { path, children } = props;
  return (
    <Routes>
      <Route index element={<To path={path} />} />
      <Route path="*" element={children} />
    </Routes>
  );
}

function To({ path }: { path: string }) {
  const { search, hash } = useLocation();
  return <Navigate to={{ pathname: path, search, hash }} replace />;
}
