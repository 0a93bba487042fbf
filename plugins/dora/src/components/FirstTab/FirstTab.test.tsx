import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes, useLocation } from 'react-router-dom';
import { FirstTab } from './FirstTab';

function Address() {
  const { pathname, search, hash } = useLocation();
  return <output>{`${pathname}${search}${hash}`}</output>;
}

describe('FirstTab', () => {
  it.each([
    ['/dora', '/dora/overview'],
    ['/dora/', '/dora/overview'],
    [
      '/dora?scope=all&metric=n#tiles',
      '/dora/overview?scope=all&metric=n#tiles',
    ],
    ['/dora/reviews?scope=all', '/dora/reviews?scope=all'],
  ])('leads from %s to %s', async (from, to) => {
    render(
      <MemoryRouter initialEntries={[from]}>
        <Routes>
          <Route
            path="/dora/*"
            element={
              <FirstTab path="overview">
                <Address />
              </FirstTab>
            }
          />
        </Routes>
      </MemoryRouter>,
    );
    expect(await screen.findByRole('status')).toHaveTextContent(to);
  });
});
