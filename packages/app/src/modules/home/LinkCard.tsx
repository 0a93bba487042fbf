import { Link } from '@backstage/core-components';
import { ReactNode } from 'react';
import { HomeCard } from './HomeCard';

export function LinkCard({
  title,
  links,
  children,
}: {
  title: string;
  links: { to: string; text: string }[];
  children: ReactNode;
}) {
  return (
    <HomeCard
      title={title}
      action={links.map(({ to, text }) => (
        <div key={to}>
          <Link to={to}>{text}</Link>
        </div>
      ))}
    >
      {children}
    </HomeCard>
  );
}
