import { type RefObject, useEffect } from 'react';
import { useLocation } from 'react-router-dom';

/** Who comes to a page by something that was done elsewhere (`state: { isDone: true }`) is told what became of it. */
export function useFocusWhenDone(target: RefObject<HTMLElement>): void {
  const { state } = useLocation();
  const isDone = (state as { isDone?: boolean } | null)?.isDone === true;
  useEffect(() => {
    if (isDone) {
      target.current?.focus();
    }
  }, [isDone, target]);
}
