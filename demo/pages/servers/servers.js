import { html } from '../site/build.js';
import { say } from '../site/language.js';
import { readJson } from '../site/settings.js';
import { chooseFiles, command, sourceFile } from '../site/source-files.js';

const sources = await readJson('generated/servers.json');

/** How each language is called, started, and what it needs. */
const LANGUAGES = {
  node: {
    name: 'Node',
    command: 'node server.mjs',
    needs: say(
      'Node 20+，本包的 ydrz-elements/server',
      'Node 20 or later, with ydrz-elements/server of this package',
    ),
  },
  java: {
    name: 'Java',
    command: 'java -Dfile.encoding=UTF-8 Server.java',
    needs: say('Java 17+，没有依赖', 'Java 17 or later, no dependency'),
  },
  go: {
    name: 'Go',
    command: 'go run server.go',
    needs: say('Go 1.19+，没有依赖', 'Go 1.19 or later, no dependency'),
  },
  php: {
    name: 'PHP',
    command: 'php -S 127.0.0.1:8080 server.php',
    needs: say('PHP 8.1+，openssl 扩展', 'PHP 8.1 or later with openssl'),
  },
  python: {
    name: 'Python',
    command: 'python3 server.py',
    needs: say('Python 3.9+，cryptography', 'Python 3.9 or later with cryptography'),
  },
};

const ENVIRONMENT = 'APP_ID=300012345678 APP_KEY=… PRIVATE_KEY="$(cat private.pem)"';

const panel = ({ language, files }) =>
  html(
    'div',
    {},
    html('p', { class: 'soft' }, LANGUAGES[language].needs),
    command(`${ENVIRONMENT} ${LANGUAGES[language].command}`),
    files.map(sourceFile),
  );

chooseFiles(
  document.querySelector('#servers'),
  say('语言', 'Language'),
  sources.map((source) => ({
    id: source.language,
    name: LANGUAGES[source.language].name,
    panel: () => panel(source),
  })),
);

const SETTINGS = {
  APP_ID: say('能力平台的应用 ID，必填', 'the application’s id at the service; required'),
  APP_KEY: say('能力平台的 appkey，必填', 'its appkey; required'),
  PRIVATE_KEY: say(
    'RSA 私钥，PEM，没有口令；换行可以写成 \\n',
    'the RSA private key in PEM, not encrypted; line ends may be written as \\n',
  ),
  GATEWAY: say(
    '代替正式服务的地址，如模拟环境',
    'an address in place of the live service, such as the sandbox',
  ),
  ORIGINS: say('还可以来问的其他站点，用逗号分开', 'other sites that may ask, with commas between'),
  TRUST_PROXY: say(
    '1：反向代理把公开的主机名放在 X-Forwarded-Host',
    '1: a proxy puts the public host into X-Forwarded-Host',
  ),
  'HOST, PORT': say(
    '监听的地址，默认 127.0.0.1:8080（PHP 由启动命令决定）',
    'where it listens; default 127.0.0.1:8080 (PHP: by its command)',
  ),
};
document
  .querySelector('#settings')
  .append(
    ...Object.entries(SETTINGS).flatMap(([name, meaning]) => [
      html('dt', {}, html('code', {}, name)),
      html('dd', {}, meaning),
    ]),
  );
document.title = `${say('服务器', 'Servers')} · ydrz-elements`;
