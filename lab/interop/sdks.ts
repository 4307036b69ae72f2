import { join } from 'node:path';
import type { Program } from '../program';

/** Packages of one language, installed together in one folder. */
export interface Toolchain {
  readonly language: string;
  /** Files of that folder, by their names, which must be there before. */
  readonly files?: Readonly<Record<string, string>>;
  readonly install: readonly Program[];
  readonly sdks: readonly Sdk[];
}

/** A client of DingTalk's APIs at one version, and how it is started. */
export interface Sdk {
  readonly name: string;
  readonly version: string;
  /** How it is told another host than DingTalk's. */
  readonly host: string;
  /** The driver, which takes the file of calls and the file of results before these parameters. */
  readonly start: (driver: (file: string) => string, files: readonly [string, string]) => Program;
  /** Variables with the URL of the tenant. */
  readonly env?: (url: string) => Readonly<Record<string, string>>;
}

const node: Toolchain = {
  language: 'Node',
  files: { 'package.json': '{ "private": true }' },
  install: [
    [
      ...(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact'] as const),
      ...['@alicloud/dingtalk@2.2.27', '@alicloud/openapi-client@0.4.15', '@alicloud/tea-util@1.4.11'],
    ],
  ],
  sdks: [
    {
      name: '@alicloud/dingtalk',
      version: '2.2.27',
      host: '`new Config({ protocol: "http", endpoint: "127.0.0.1:PORT" })`',
      start: (driver, files) => [process.execPath, driver('v1.cjs'), ...files],
    },
  ],
};

const python = join('venv', 'bin', 'python');

const pythons: Toolchain = {
  language: 'Python',
  install: [
    ['python3', '-m', 'venv', 'venv'],
    [
      ...([python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'] as const),
      ...[
        'alibabacloud_dingtalk==2.2.65',
        'dingtalk-sdk==1.3.8',
        'cryptography==50.0.2',
        'dingtalk-stream==0.24.3',
      ],
    ],
  ],
  sdks: [
    {
      name: 'alibabacloud_dingtalk',
      version: '2.2.65',
      host: '`Config(protocol="http", endpoint="127.0.0.1:PORT")`',
      start: (driver, files) => [python, driver('v1.py'), ...files],
    },
    {
      name: 'dingtalk-sdk',
      version: '1.3.8',
      host: '`AppKeyClient.API_BASE_URL = "http://127.0.0.1:PORT/"`, before the first client is made; it holds for classic paths only',
      start: (driver, files) => [python, driver('community.py'), ...files, 'dingtalk-sdk'],
    },
    {
      name: 'dingtalk-stream',
      version: '0.24.3',
      host: 'the variable `DINGTALK_OPENAPI_ENDPOINT`',
      start: (driver, files) => [python, driver('community.py'), ...files, 'dingtalk-stream'],
      env: (url) => ({ DINGTALK_OPENAPI_ENDPOINT: url }),
    },
  ],
};

// Whatever is not on this machine goes to a proxy that is not there.
const nowhere = ['http', 'https'].flatMap((scheme) => [
  `-D${scheme}.proxyHost=127.0.0.1`,
  `-D${scheme}.proxyPort=9`,
]);

const java =
  (which: string): Sdk['start'] =>
  (driver, files) => ['java', ...nowhere, '-cp', join('lib', '*'), driver('Sdks.java'), ...files, which];

const artifacts = [
  ['com.aliyun', 'alibaba-dingtalk-service-sdk', '2.0.0'],
  ['com.aliyun', 'dingtalk', '2.2.41'],
  ['com.github.tingyugetc520', 'dt-java', '0.1.2'],
] as const;

const dependencies = artifacts.map(
  ([group, id, version]) =>
    `<dependency><groupId>${group}</groupId><artifactId>${id}</artifactId><version>${version}</version></dependency>`,
);

const javas: Toolchain = {
  language: 'Java',
  files: {
    'pom.xml':
      '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>sdks</groupId>' +
      `<artifactId>sdks</artifactId><version>1</version><dependencies>${dependencies.join('')}</dependencies></project>`,
  },
  install: [['mvn', '-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=lib']],
  sdks: [
    {
      name: 'com.aliyun:alibaba-dingtalk-service-sdk',
      version: '2.0.0',
      host: '`new DefaultDingTalkClient("http://127.0.0.1:PORT/topapi/…")`: each client is told the whole URL',
      start: java('top'),
    },
    {
      name: 'com.aliyun:dingtalk',
      version: '2.2.41',
      host: '`new Config().setProtocol("http").setEndpoint("127.0.0.1:PORT")`',
      start: java('v1'),
    },
    {
      name: 'com.github.tingyugetc520:dt-java',
      version: '0.1.2',
      host: '`config.setBaseApiUrl("http://127.0.0.1:PORT")`; it has a method for the token, and `get` and `post` for any path',
      start: java('dt-java'),
    },
  ],
};

/** The SDKs that are tried, by what installs them. */
export const toolchains: readonly Toolchain[] = [node, pythons, javas];
