/** A path that winds to the horizon. Its colours stand on light and on dark ground. */
export function Logo({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 64 64"
      aria-hidden="true"
      focusable="false"
    >
      <rect width="64" height="64" rx="14" fill="#1f3350" />
      <circle cx="44" cy="17" r="7" fill="#ffd873" />
      <path d="M0 34 18 20l14 11 10-7 22 14v12H0z" fill="#34547d" />
      <path
        d="M33 31c12 3 11 7 0 10-13 4-17 12-13 23h22c-6-9-4-14 5-18 12-6 9-13-14-15z"
        fill="#f2b134"
      />
    </svg>
  );
}
