import { lazy } from 'react';
import { Route, Routes } from 'react-router-dom';

const ReviewsPage = lazy(() =>
  import('../ReviewsPage').then(m => ({ default: m.ReviewsPage })),
);
const ReviewPage = lazy(() =>
  import('../ReviewPage').then(m => ({ default: m.ReviewPage })),
);

/** The list of reviews, and one of them. */
export function ReviewRoutes() {
  return (
    <Routes>
      <Route path="/" element={<ReviewsPage />} />
      <Route path=":reviewId" element={<ReviewPage />} />
    </Routes>
  );
}
