/** Icons that Polaris's buttons take as their source; drawn on its grid of 20. */

export function ArrowUp() {
  return <Drawn path="M10 15V5m0 0L5.5 9.5M10 5l4.5 4.5" />;
}

export function ArrowDown() {
  return <Drawn path="M10 5v10m0 0-4.5-4.5M10 15l4.5-4.5" />;
}

export function Dots() {
  return <Drawn path="M5 10h.01M10 10h.01M15 10h.01" width={2.5} />;
}

export function Cross() {
  return <Drawn path="M6 6l8 8m0-8-8 8" />;
}

function Drawn({ path, width = 1.5 }: { path: string; width?: number }) {
  return (
    <svg viewBox="0 0 20 20" fill="none" aria-hidden="true">
      <path d={path} stroke="currentColor" strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
