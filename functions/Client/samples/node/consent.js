// A consent as it goes to the trusted party: the exact words, the sealed identifiers, the agreement in its envelope.
import { randomBytes } from 'node:crypto'
import { signedDocument } from './author.js'
import { base64url, sm3, utf8 } from './bytes.js'
import * as envelope from './envelope.js'
import * as sm2 from './sm2.js'

/** SM3 of the exact words, base64url: what a click confirms and the evidence names. */
export const textHash = text => base64url(sm3(utf8(text)))

/** The words shown to the person, made of the policy registered with the trusted party and of what she chose. */
export function consentText(policy, choices) {
  const sections = choices.language === 'EN' ? english(policy, choices) : chinese(policy, choices)
  return `ASCS-CONSENT-1 ${policy.enterpriseId}/${policy.serviceId} v${policy.version}\n` + sections.map(([title, body]) => `${title}\n${body}\n`).join('')
}

/**
 * The body of authorisations/authorise. Nobody but the operators opens the identifiers, nobody but the trusted party the agreement.
 * @param parties { author: own key, intake: the trusted party's key, operators: { operatorId: seal key } }
 */
export function authoriseBody(policy, choices, identifiers, parties, now = Date.now(), nonce = base64url(randomBytes(16))) {
  const text = consentText(policy, choices)
  const agreement = { v: 1, policyVersion: policy.version, choices, text, submittedAt: now }
  const binding = utf8(`ascs-agreement-1|${policy.enterpriseId}|${nonce}`)
  return {
    v: 1,
    enterpriseId: policy.enterpriseId,
    serviceId: policy.serviceId,
    consentNonce: nonce,
    textHash: textHash(text),
    agreement: base64url(envelope.seal(parties.intake, utf8(JSON.stringify(agreement)), binding)),
    identifiers: identifiers.map(({ type, value, home }) => ({ type, home, seals: sealedId(policy, nonce, textHash(text), now, type, value, parties) })),
  }
}

// Signed inside the seal: whoever holds an operator's public key could try identifiers out otherwise.
function sealedId(policy, consentNonce, textHash, sealedAt, idType, id, { author, operators }) {
  const content = { v: 1, enterpriseId: policy.enterpriseId, consentNonce, textHash, sealedAt, idType, id }
  const plain = utf8(JSON.stringify(signedDocument(author, 'seals/seal', utf8(JSON.stringify(content)))))
  return Object.fromEntries(Object.entries(operators).map(([operatorId, key]) => [operatorId, base64url(sm2.encrypt(key, plain))]))
}

const clock = minute => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const hours = promise => `${clock(promise.fromMinute)}–${clock(promise.toMinute)}`
const promiseOf = (policy, channel) => policy.offers.find(offer => offer.channel === channel).promise
const chineseNames = { SMS: '短信', VOICE: '语音电话', ZHUOXIN_ID: '卓信ID', CARRIER_TOKEN: '运营商网关标识' }
const englishNames = { SMS: 'SMS', VOICE: 'voice call', ZHUOXIN_ID: 'Zhuoxin ID', CARRIER_TOKEN: 'operator gateway token' }

function chinese(policy, { channels, termDays }) {
  const word = name => chineseNames[name] ?? name
  return [
    ['谁在提供服务', `服务运营主体：${policy.enterpriseName.zh}。服务提供主体：${policy.providerName.zh}。`],
    ['服务内容', `${policy.serviceName.zh}：${policy.content.zh}仅通过${channels.map(word).join('、')}联系您，不使用其他方式。`],
    ['您的手机号不会被提供', `${policy.enterpriseName.zh}无法获取您的手机号，仅能获取匿名标识；该标识仅用于本服务，且仅在授权期内有效。`],
    ...channels.map(channel => [channel, promiseOf(policy, channel)]).map(([channel, promise]) => [`何时、多频繁：${word(channel)}`,
      `每日${hours(promise)}（北京时间），每天最多${promise.perDay}次，每周（周一至周日）最多${promise.perWeek}次，号码：${promise.senders.join('、')}。`]),
    ['授权期限', `自您同意之日起${termDays}天，到期自动失效。`],
    ['收集与共享的信息', `设备标识或虚拟标识（${policy.identifiers.map(word).join('、')}），加密后仅您的电信运营商可以解开；以及您在本页的选择。`],
    ['如何核实', '系统会依次向各电信运营商询问该加密标识是否属于其用户。确认后，您的电信运营商会发送一次短信告知您已订阅。'],
    ['如何取消', `随时可取消：回复 R、TD 或“退订”；访问 ${policy.cancelAddress}；在App内：${policy.cancelPath.zh}；或联系${policy.contact.zh}。拒绝或取消不影响您使用其他服务。`],
  ]
}

function english(policy, { channels, termDays }) {
  const word = name => englishNames[name] ?? name
  return [
    ['Who', `${policy.enterpriseName.en} operates this service. ${policy.providerName.en} provides the communication.`],
    ['What', `${policy.serviceName.en}: ${policy.content.en} By ${channels.map(word).join(' and ')}, and by nothing else.`],
    ['Your number stays hidden', `${policy.enterpriseName.en} does not get your phone number. It gets an anonymous identifier that works only for this service and only during the term.`],
    ...channels.map(channel => [channel, promiseOf(policy, channel)]).map(([channel, promise]) => [`When and how often: ${word(channel)}`,
      `Between ${hours(promise)} (Beijing time), at most ${promise.perDay} a day and ${promise.perWeek} a week (Monday to Sunday), from ${promise.senders.join(', ')}.`]),
    ['How long', `${termDays} days from your consent. After that the identifier no longer works.`],
    ['What is collected and shared', `Device or virtual identifier (${policy.identifiers.map(word).join(', ')}), encrypted so that only your telecom operator can open it; your choices on this page.`],
    ['How it is checked', 'Your telecom operator is found by asking the operators one after another whether the encrypted identifier is theirs. Your operator then tells you once by SMS that you subscribed.'],
    ['How to cancel', `At any time: reply R, TD or STOP to any message; at ${policy.cancelAddress}; in the app under ${policy.cancelPath.en}; or through ${policy.contact.en}. Refusing or cancelling does not affect any other service.`],
  ]
}
