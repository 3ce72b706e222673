/** Whether a screen of this element could be seen: a document without a window shows nothing. */
export const isInPage = ({ isConnected, ownerDocument }: Element): boolean =>
  isConnected && ownerDocument.defaultView !== null;
