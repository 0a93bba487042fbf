import type { EscapeHatchApi } from '@golden-path/backstage-plugin-escape-hatch-common';
import { Route, Routes } from 'react-router-dom';
import { EscapeHatchRoutes } from '../components/EscapeHatchRoutes';
import { renderHatch } from './renderHatch';

/** Renders the plugin's page at a path below `/escape-hatches`, such as `/insights`. */
export function renderPage(
  path: string,
  api: EscapeHatchApi,
  me?: { name: string; groups: string[] },
) {
  return renderHatch(
    <Routes>
      <Route path="/escape-hatches/*" element={<EscapeHatchRoutes />} />
    </Routes>,
    { api, path: `/escape-hatches${path}`, me },
  );
}
