/** Why a request got no answer: the English text stands in records, the Chinese one is for a user. */
interface Reason {
  readonly en: string;
  readonly zh: string;
}

const unknownSigner: Reason = {
  en: 'its certificate is signed by nobody that Node knows, as where a proxy of the network reads along: name the certificate of that in NODE_EXTRA_CA_CERTS',
  zh: '证书的签发者不受 Node 信任，常见于网络代理解密流量的情况：请用 NODE_EXTRA_CA_CERTS 指定该代理的证书',
};

/** The reasons that the system, TLS and DNS give, by their codes. */
export const noAnswerReasons: Readonly<Record<string, Reason>> = {
  ECONNREFUSED: {
    en: 'the connection was refused: nobody listens there',
    zh: '连接被拒绝（该地址没有服务）',
  },
  ENOTFOUND: { en: 'the host name is unknown', zh: '主机名不存在' },
  EAI_AGAIN: { en: 'the host name could not be looked up', zh: '无法解析主机名' },
  ECONNRESET: {
    en: 'the connection was closed before an answer came',
    zh: '还没有收到响应，连接就被关闭',
  },
  EPROTO: { en: 'the TLS handshake failed', zh: 'TLS 握手失败' },
  DEPTH_ZERO_SELF_SIGNED_CERT: unknownSigner,
  SELF_SIGNED_CERT_IN_CHAIN: unknownSigner,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownSigner,
  UNABLE_TO_GET_ISSUER_CERT: unknownSigner,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownSigner,
  CERT_HAS_EXPIRED: {
    en: "its certificate has expired, or this machine's clock is wrong",
    zh: '证书已过期，或本机时间不对',
  },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    en: 'its certificate is for another host',
    zh: '证书属于另一个主机',
  },
};
