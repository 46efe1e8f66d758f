namespace Ascs.Trust.Signing;

/// <summary>What a signature between platforms covers, in this order, nothing more and nothing less.
/// A field that the message does not have is left out; one that it has can't be.</summary>
internal static class CoveredComponents
{
    private static readonly Component Method = new("@method"), TargetUri = new("@target-uri"), Status = new("@status");

    // CHEAA-4.1.3.2 c: content and every interface field. Always: these four. The others when present.
    private static readonly Component[] RequestFields =
    [
        new(SignedFieldNames.ContentType), new(SignedFieldNames.ContentDigest), new(SignedFieldNames.Authorization), new(SignedFieldNames.PlatId),
        new(SignedFieldNames.Timestamp), new(SignedFieldNames.IdempotencyKey), new(SignedFieldNames.Author),
    ];

    private static readonly Component[] AnswerFields = [new(SignedFieldNames.ContentType), new(SignedFieldNames.ContentDigest)];

    // The answer belongs to this very request and no other. RFC 9421 2.4.
    private static readonly Component RequestSignature = new(SignedFieldNames.Signature, fromRequest: true, key: SignedFieldNames.Label);

    public static List<Component> Of(RequestMessage request) => [Method, TargetUri, .. RequestFields.Where(field => IsPresent(field, request.Fields))];

    public static List<Component> Of(AnswerMessage answer) => [Status, .. AnswerFields.Where(field => IsPresent(field, answer.Fields)), RequestSignature];

    /// <summary>The inner list of <c>Signature-Input</c>: <c>("@method" "@target-uri" …)</c>.</summary>
    public static string InnerList(IEnumerable<Component> components) => $"({string.Join(' ', components.Select(component => component.Identifier))})";

    private static bool IsPresent(Component field, FieldLookup fields) => fields(field.Name).Count > 0;
}
