// Prints the page: only a browser can.
export function PrintButton({ children, ...rest }) {
  return (
    <button type="button" onClick={() => window.print()} {...rest}>
      {children}
    </button>
  );
}
