// A certificate request (PKCS#10, RFC 2986) for a platform: the one thing Node has no function for. DER is written here, never read.
import { createPublicKey, sign } from 'node:crypto'
import { utf8 } from './bytes.js'

const node = (tag, ...parts) => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts) => node(0x30, ...parts)
const set = (...parts) => node(0x31, ...parts)
const integer = value => node(0x02, Buffer.from([value]))
const oid = bytes => node(0x06, Buffer.from(bytes))

const commonName = oid([0x55, 0x04, 0x03])
const extensionRequest = oid([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x0e])
const subjectAltName = oid([0x55, 0x1d, 0x11])
const ecdsaWithSha256 = oid([0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02])

/** The request in PEM: the PlatID as common name and as `urn:ascs:plat:…`, and the host names at which the platform is called. */
export function certificateRequest(platId, hosts, privateKey) {
  const names = sequence(node(0x86, utf8(`urn:ascs:plat:${platId}`)), ...hosts.map(host => node(0x82, utf8(host))))
  const extensions = sequence(sequence(subjectAltName, node(0x04, names)))
  const info = sequence(
    integer(0),
    sequence(set(sequence(commonName, node(0x0c, utf8(`${platId}`))))),
    createPublicKey(privateKey).export({ type: 'spki', format: 'der' }),
    node(0xa0, sequence(extensionRequest, set(extensions))))
  const signature = node(0x03, Buffer.from([0]), sign('sha256', info, privateKey))
  const pem = sequence(info, sequence(ecdsaWithSha256), signature).toString('base64').match(/.{1,64}/g).join('\n')
  return `-----BEGIN CERTIFICATE REQUEST-----\n${pem}\n-----END CERTIFICATE REQUEST-----\n`
}
