/** Whether the browser took a change of its history: WebKit refuses more than 100 in ten seconds. */
export function took(change: () => void): boolean {
  try {
    change();
    return true;
  } catch {
    return false;
  }
}
