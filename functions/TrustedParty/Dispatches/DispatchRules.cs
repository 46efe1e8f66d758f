using System.Buffers.Text;
using Ascs.Contracts;
using Ascs.Gm;
using Ascs.TrustedParty.Services;

namespace Ascs.TrustedParty.Dispatches;

/// <summary>What a request to send must keep to as a whole, before any AID is looked at. Each rule has one reason to refuse.</summary>
internal sealed class DispatchRules(IServiceCatalogue services, DispatchOptions options)
{
    private const int MostRecipients = 500;
    private const int MostVariables = 8192; // characters of base64url
    private const int ContentKeyIdBytes = 16;
    // SM2 ciphertext C1 || C3 || C2 of the key bound to its id and enterprise: `ContentKeyWrap.Content`.
    private const int WrapBytesLeast = 65 + Sm3.HashLength + ContentKeyWrap.KeyLength;
    private const int WrapBytesMost = 512;

    /// <summary>The first rule that a request breaks, or null.</summary>
    public Problem? Check(CreateDispatchRequest request, DateTimeOffset now) =>
        CheckAids([.. request.Recipients.Select(r => r.Aid)], "/recipients")
        ?? CheckVariables(request.Recipients)
        ?? CheckService(request.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion)
        ?? CheckNotBefore(request.NotBefore, now)
        ?? CheckContentKey(request.ContentKey);

    /// <summary>The first rule that a dry run breaks, or null.</summary>
    public Problem? Check(CheckDispatchRequest request, DateTimeOffset now) =>
        CheckAids(request.Aids, "/aids")
        ?? CheckService(request.EnterpriseId, request.ServiceId, request.Channel, request.TemplateId, request.TemplateVersion)
        ?? CheckNotBefore(request.NotBefore, now);

    /// <summary>The home operators of the recipients must all be able to open the content key.</summary>
    public static Problem? CheckWraps(WrappedContentKey key, IEnumerable<OperatorId> homes) =>
        homes.Distinct().All(key.Wraps.ContainsKey) ? null : new Problem(ProblemCodes.ContentKeyInvalid);

    private static Problem? CheckAids(IReadOnlyList<Aid> aids, string pointer)
    {
        if (aids.Count is 0 or > MostRecipients) return new Problem(ProblemCodes.SchemaInvalid, new FieldError(pointer, "OUT_OF_RANGE"));
        return aids.Distinct().Count() < aids.Count ? new Problem(ProblemCodes.DuplicateAids) : null;
    }

    private static Problem? CheckVariables(IReadOnlyList<Recipient> recipients)
    {
        for (var i = 0; i < recipients.Count; i++)
            if (!IsCiphertext(recipients[i].Variables)) return new Problem(ProblemCodes.SchemaInvalid, new FieldError($"/recipients/{i}/variables", "MALFORMED"));
        return null;
    }

    private static bool IsCiphertext(string text) =>
        text.Length <= MostVariables && Base64Url.IsValid(text, out var bytes) && bytes >= Sm4Gcm.NonceLength + Sm4Gcm.TagLength && !text.EndsWith('=');

    private Problem? CheckService(EnterpriseId enterprise, ServiceId service, Channel channel, TemplateId template, int version)
    {
        if (services.Policy(enterprise, service) is null) return ProblemCodes.ServiceUnknown;
        var approved = services.Template(enterprise, template, version); // ISC-6.2.3.1: approved templates only
        return approved?.ServiceId == service && approved.Channel == channel ? null : new Problem(ProblemCodes.TemplateUnknown);
    }

    private Problem? CheckNotBefore(UnixTime? notBefore, DateTimeOffset now)
    {
        if (notBefore is not { } at) return null;
        var fits = at.ToTime() >= now - options.PastTolerance && at.ToTime() <= now + options.MostAhead;
        return fits ? null : new Problem(ProblemCodes.NotBeforeInvalid);
    }

    private static Problem? CheckContentKey(WrappedContentKey key)
    {
        var fits = Base64Url.IsValid(key.KeyId, out var id) && id == ContentKeyIdBytes && key.Wraps.Count is >= 1 and <= 8
            && key.Wraps.Values.All(w => Base64Url.IsValid(w, out var bytes) && bytes is >= WrapBytesLeast and <= WrapBytesMost);
        return fits ? null : new Problem(ProblemCodes.ContentKeyInvalid);
    }
}
