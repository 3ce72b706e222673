// Only its types are looked at: the tag itself, for pages on React 19 that do without the component, and what a component refuses.
import { useRef } from 'react';
import type { YdrzLoginElement } from 'ydrz-elements/elements';
import { YdrzAuthLayer, YdrzAuthPage, YdrzLogin } from 'ydrz-elements/react';

export function Tags() {
  const login = useRef<YdrzLoginElement>(null);
  return (
    <>
      <ydrz-login app-id="300012345678" ontoken={({ detail }) => detail.token.length} />
      <YdrzLogin
        ref={login}
        className="wide"
        style={{ '--ydrz-login-bg-color': 'green' }}
        pageOptions={{ titleStyle: { name: 'Log in' } }}
        onError={({ detail }) => detail.code.length}
        onStateChange={({ detail }) => detail.previous.length}
      />
      <YdrzAuthLayer masked open maskPhone="138****8000" onAuthorize={({ detail }) => detail.digits.length} />
      <YdrzAuthPage onCustomControl={(event) => event.preventDefault()} />
      {/* @ts-expect-error: an id is a text */}
      <YdrzLogin appId={300012345678} />
      {/* @ts-expect-error: a screen gets no token */}
      <YdrzAuthPage onToken={() => undefined} />
    </>
  );
}
