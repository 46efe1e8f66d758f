using System.Reflection;

namespace Ascs.Contracts;

/// <summary>Every problem code there is.</summary>
public static class ProblemCodes
{
    // Before the gate: HTTP itself.

    /// <summary>Not HTTP as RFC 9112 or 9113 has it, or a form that can't be read.</summary>
    public static readonly ProblemCode RequestMalformed = new("REQUEST_MALFORMED", 400, "The request is malformed.", "请求格式不正确。");

    /// <summary>The rest of the request did not come.</summary>
    public static readonly ProblemCode RequestTimeout = new("REQUEST_TIMEOUT", 408, "The request did not arrive in time.", "请求未在时限内到达。", Retry: true);

    // The gate, in the order in which it checks.

    /// <summary>No such route.</summary>
    public static readonly ProblemCode RouteUnknown = new("ROUTE_UNKNOWN", 404, "There is no such route.", "没有这个地址。");

    /// <summary>Larger than the endpoint takes.</summary>
    public static readonly ProblemCode BodyTooLarge = new("BODY_TOO_LARGE", 413, "The body is larger than this endpoint takes.", "提交的内容过大。");

    /// <summary>CHEAA-4.1.3.3 b: header fields over 16 KiB together.</summary>
    public static readonly ProblemCode HeadersTooLarge = new("HEADERS_TOO_LARGE", 431, "The header fields are too large.", "请求头过大。");

    /// <summary>CHEAA-4.1.3.3 a.</summary>
    public static readonly ProblemCode MethodNotAllowed = new("METHOD_NOT_ALLOWED", 405, "This endpoint takes another method.", "请求方法不符。");

    /// <summary>CHEAA-4.1.3.3 a: application/json with charset utf-8.</summary>
    public static readonly ProblemCode MediaTypeUnsupported = new("MEDIA_TYPE_UNSUPPORTED", 415, "The content type must be application/json; charset=utf-8.", "内容类型须为 application/json; charset=utf-8。");

    /// <summary>The PlatID claimed is not the certificate's.</summary>
    public static readonly ProblemCode CertificateMismatch = new("CERTIFICATE_MISMATCH", 401, "The certificate does not belong to the platform named.", "证书不属于所声明的平台。");

    /// <summary>Not paired here, or no more.</summary>
    public static readonly ProblemCode PlatformUnknown = new("PLATFORM_UNKNOWN", 401, "The platform is not paired with this one.", "该平台未与本平台对接。");

    /// <summary>Paired here, but suspended: its operator has to talk to ours.</summary>
    public static readonly ProblemCode PlatformSuspended = new("PLATFORM_SUSPENDED", 403, "The platform is suspended here.", "该平台已被本平台暂停。");

    /// <summary>CHEAA-4.1.3.2 b: missing, or over 10 minutes from this platform's clock.</summary>
    public static readonly ProblemCode TimestampOutOfRange = new("TIMESTAMP_OUT_OF_RANGE", 401, "The timestamp is missing or outside ten minutes.", "时间戳缺失或超出前后十分钟。");

    /// <summary>RFC 9530 digest missing or of another body.</summary>
    public static readonly ProblemCode DigestMismatch = new("DIGEST_MISMATCH", 400, "The content digest is missing or does not match the body.", "内容摘要缺失或与内容不符。");

    /// <summary>CHEAA-4.1.2.2 a: the access token is missing, unknown, expired or another's; so is the session that the signature names. One code for all.</summary>
    public static readonly ProblemCode AccessTokenInvalid = new("ACCESS_TOKEN_INVALID", 401, "The access token is missing or not valid now.", "访问令牌缺失或已失效。");

    /// <summary>CHEAA-4.1.3.2 c: missing, malformed or wrong.</summary>
    public static readonly ProblemCode SignatureInvalid = new("SIGNATURE_INVALID", 401, "The message signature is missing or wrong.", "消息签名缺失或不正确。");

    /// <summary>CHEAA-4.1.3.2 a.</summary>
    public static readonly ProblemCode Replayed = new("REPLAYED", 401, "This signed message was received before.", "该签名消息已接收过。");

    /// <summary>CHEAA-4.1.2.3.</summary>
    public static readonly ProblemCode PermissionDenied = new("PERMISSION_DENIED", 403, "The platform may not call this endpoint.", "该平台无权调用此接口。");

    /// <summary>CHEAA-4.1.3.3: not the JSON this endpoint takes.</summary>
    public static readonly ProblemCode SchemaInvalid = new("SCHEMA_INVALID", 400, "The body is not what this endpoint takes.", "请求内容不符合此接口的要求。");

    /// <summary>CHEAA-4.1.3.1 a: a sensitive member does not open under a data key that lives now.</summary>
    public static readonly ProblemCode DataKeyInvalid = new("DATA_KEY_INVALID", 401, "The data key is not valid now.", "数据密钥已失效。");

    /// <summary>The act needs an author signature that holds.</summary>
    public static readonly ProblemCode AuthorSignatureInvalid = new("AUTHOR_SIGNATURE_INVALID", 401, "The author signature is missing or wrong.", "作者签名缺失或不正确。");

    /// <summary>Every call that changes something needs one.</summary>
    public static readonly ProblemCode IdempotencyKeyMissing = new("IDEMPOTENCY_KEY_MISSING", 400, "The Idempotency-Key header is missing or malformed.", "缺少 Idempotency-Key 请求头或其格式不符。");

    /// <summary>The first call with this key is still at work.</summary>
    public static readonly ProblemCode IdempotencyInProgress = new("IDEMPOTENCY_IN_PROGRESS", 409, "The first call with this key is still in progress.", "使用该幂等键的首次请求仍在处理。", Retry: true);

    /// <summary>The key came with another request.</summary>
    public static readonly ProblemCode IdempotencyKeyReused = new("IDEMPOTENCY_KEY_REUSED", 422, "The key was used with another request.", "该幂等键已用于另一请求。");

    // Sessions.

    /// <summary>CHEAA-4.1.2.1 d: the login proves nothing; why is not told.</summary>
    public static readonly ProblemCode LoginRefused = new("LOGIN_REFUSED", 401, "The login is refused.", "登录被拒绝。");

    /// <summary>CHEAA-4.1.2.2 c, d: unknown, expired, used long ago or another's.</summary>
    public static readonly ProblemCode RefreshTokenInvalid = new("REFRESH_TOKEN_INVALID", 401, "The refresh token is not valid.", "刷新令牌无效。");

    /// <summary>Another caller of the same platform used the refresh token seconds ago.</summary>
    public static readonly ProblemCode RefreshRaced = new("REFRESH_RACED", 409, "The refresh token was used a moment ago; the platform has a newer one.", "刷新令牌刚刚已被使用，平台已有新令牌。", Retry: true);

    // The acts.

    /// <summary>The certificate announced does not follow the one pinned: see the fault in the receiver's audit trail.</summary>
    public static readonly ProblemCode CertificateRefused = new("CERTIFICATE_REFUSED", 422, "The certificate announced is not accepted.", "不接受所声明的后继证书。");

    /// <summary>The enterprise named is not the caller's.</summary>
    public static readonly ProblemCode EnterpriseForeign = new("ENTERPRISE_FOREIGN", 403, "The caller does not act for this enterprise.", "调用方不代表该企业。");

    /// <summary>No such service of this enterprise.</summary>
    public static readonly ProblemCode ServiceUnknown = new("SERVICE_UNKNOWN", 422, "The service is not known.", "没有该服务。");

    /// <summary>No such template, version, or not of this service and channel.</summary>
    public static readonly ProblemCode TemplateUnknown = new("TEMPLATE_UNKNOWN", 422, "The template is not approved for this service and channel.", "该模板未获准用于此服务和渠道。");

    /// <summary>The agreement's envelope does not open or holds something else.</summary>
    public static readonly ProblemCode AgreementUnreadable = new("AGREEMENT_UNREADABLE", 422, "The agreement can't be read.", "协议内容无法读取。");

    /// <summary>Channels, term or promises that the service does not offer.</summary>
    public static readonly ProblemCode ChoicesNotOffered = new("CHOICES_NOT_OFFERED", 422, "The service does not offer these choices.", "该服务不提供这些选项。");

    /// <summary>The words shown are not those of the policy (ISC-6.1.1.1).</summary>
    public static readonly ProblemCode ConsentTextMismatch = new("CONSENT_TEXT_MISMATCH", 422, "The consent text is not that of the service's policy.", "同意文本与服务政策不一致。");

    /// <summary>The confirmation is of another consent, or over 15 minutes old.</summary>
    public static readonly ProblemCode ConsentClickRefused = new("CONSENT_CLICK_REFUSED", 422, "The confirmation is of another consent or too old.", "确认属于另一次同意，或已过时。");

    /// <summary>The operator can't accept a sealed id: wrong seal, enterprise, text or nonce.</summary>
    public static readonly ProblemCode SealedIdRefused = new("SEALED_ID_REFUSED", 422, "A sealed identifier was refused.", "加密标识被拒绝。");

    /// <summary>No operator knows the identifier.</summary>
    public static readonly ProblemCode SubscriberNotRecognised = new("SUBSCRIBER_NOT_RECOGNISED", 422, "No operator recognises the identifiers.", "没有运营商识别这些标识。");

    /// <summary>Two operators claim the identifier.</summary>
    public static readonly ProblemCode AmbiguousHome = new("AMBIGUOUS_HOME", 422, "More than one operator claims the identifiers.", "多个运营商认领这些标识。");

    /// <summary>The identifiers point to different subscribers.</summary>
    public static readonly ProblemCode IdentifiersDisagree = new("IDENTIFIERS_DISAGREE", 422, "The identifiers point to different subscribers.", "这些标识指向不同的用户。");

    /// <summary>An operator needed for the answer is away; nothing was stored.</summary>
    public static readonly ProblemCode OperatorUnavailable = new("OPERATOR_UNAVAILABLE", 503, "An operator can't be reached.", "暂时无法连接运营商。", Retry: true);

    /// <summary>An AID stands twice in one dispatch.</summary>
    public static readonly ProblemCode DuplicateAids = new("DUPLICATE_AIDS", 422, "An AID stands twice in the request.", "请求中有重复的匿名标识。");

    /// <summary>Unknown, or of another enterprise: one and the same answer.</summary>
    public static readonly ProblemCode AidUnknown = new("AID_UNKNOWN", 404, "The AID is not known to this enterprise.", "该企业没有这个匿名标识。");

    /// <summary>Unknown, or of another enterprise.</summary>
    public static readonly ProblemCode DispatchUnknown = new("DISPATCH_UNKNOWN", 404, "The dispatch is not known to this enterprise.", "该企业没有这个发送任务。");

    /// <summary>A time in the past, or further ahead than allowed.</summary>
    public static readonly ProblemCode NotBeforeInvalid = new("NOT_BEFORE_INVALID", 422, "The time asked for is past or too far ahead.", "所定时间已过或过远。");

    /// <summary>The content key is not wrapped for an operator concerned, or malformed.</summary>
    public static readonly ProblemCode ContentKeyInvalid = new("CONTENT_KEY_INVALID", 422, "The content key is not wrapped for every operator concerned.", "内容密钥未向全部相关运营商加密。");

    /// <summary>A cursor this platform did not give out.</summary>
    public static readonly ProblemCode CursorInvalid = new("CURSOR_INVALID", 400, "The cursor is not one of this list.", "游标不属于此列表。");

    /// <summary>Orders carry times: none are taken from a platform whose clock, or whose message, is too far from now.</summary>
    public static readonly ProblemCode ClockSkew = new("CLOCK_SKEW", 409, "The clocks of the platforms are too far apart.", "双方平台时钟相差过大。", Retry: true);

    /// <summary>A report or event batch that leaves a gap before it.</summary>
    public static readonly ProblemCode SequenceGap = new("SEQUENCE_GAP", 409, "The batch does not follow the last one received.", "该批次与上一批次不连续。", Retry: true);

    // The platform.

    /// <summary>CHEAA-4.1.5.1 b: faster than a published rate; passes again after `Retry-After`.</summary>
    public static readonly ProblemCode TooManyRequests = new("TOO_MANY_REQUESTS", 429, "Too many requests.", "请求过于频繁，请稍后再试。", Retry: true);

    /// <summary>CHEAA-4.1.5.1 b: the day's quota is used up; there is a new one at midnight (+08:00).</summary>
    public static readonly ProblemCode QuotaExceeded = new("QUOTA_EXCEEDED", 429, "The quota of the day is used up.", "当日额度已用完。", Retry: true);

    /// <summary>A bug, on record under the trace id.</summary>
    public static readonly ProblemCode Internal = new("INTERNAL", 500, "Something went wrong here.", "系统出了问题。", Retry: true);

    /// <summary>Starting, stopping, or a part is away.</summary>
    public static readonly ProblemCode Unavailable = new("UNAVAILABLE", 503, "The platform can't answer now.", "平台暂时无法应答。", Retry: true);

    /// <summary>All of them, in the order above.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } = [.. typeof(ProblemCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(ProblemCode))
        .Select(f => (ProblemCode)f.GetValue(null)!)];

    /// <summary>The code of this name, or null: a later version's code is unknown here and is told apart by its status.</summary>
    public static ProblemCode? Find(string code) => All.FirstOrDefault(c => c.Code == code);
}
