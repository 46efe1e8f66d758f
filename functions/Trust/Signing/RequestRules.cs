using System.Globalization;

namespace Ascs.Trust.Signing;

/// <summary>What holds for every signed request, checked by the signer of itself and by the verifier of others.</summary>
internal static class RequestRules
{
    private const long MillisecondsOfDisagreement = 60_000;

    private static readonly string[] Mandatory = [SignedFieldNames.PlatId, SignedFieldNames.Timestamp];

    private static readonly string[] Covered =
    [
        SignedFieldNames.ContentType, SignedFieldNames.ContentDigest, SignedFieldNames.Authorization, SignedFieldNames.PlatId,
        SignedFieldNames.Timestamp, SignedFieldNames.IdempotencyKey, SignedFieldNames.Author,
    ];

    public static SignatureFault? Check(RequestMessage request, string keyId, long created) =>
        Fields(request.Fields) ?? Authorization(request.Fields, keyId) ?? Clock(request.Fields, created) ?? Target(request);

    private static SignatureFault? Fields(FieldLookup fields)
    {
        if (Mandatory.Any(name => fields(name).Count == 0)) return SignatureFault.FieldMissing;
        // RFC 9421 7.5.6: a field on two lines has two readings; we allow one.
        if (Covered.Any(name => fields(name).Count > 1)) return SignatureFault.FieldRepeated;
        return Covered.All(name => SignatureBase.IsOneLineOfAscii(fields(name).ToString())) ? null : SignatureFault.FieldMalformed;
    }

    // CHEAA-4.1.2.2 a: once there is a session every call carries its token.
    private static SignatureFault? Authorization(FieldLookup fields, string keyId) =>
        PairSecret.IsSession(keyId) && fields(SignedFieldNames.Authorization).Count == 0 ? SignatureFault.AuthorizationMissing : null;

    // The gate judges ascs-timestamp; two times in one message must not tell different stories.
    private static SignatureFault? Clock(FieldLookup fields, long created) =>
        long.TryParse(fields(SignedFieldNames.Timestamp).ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? Math.Abs((decimal)milliseconds - (created * 1000m)) <= MillisecondsOfDisagreement ? null : SignatureFault.CreatedDisagrees
            : SignatureFault.FieldMalformed;

    private static SignatureFault? Target(RequestMessage request) =>
        SignatureBase.IsOneLineOfAscii(request.Method) && SignatureBase.IsOneLineOfAscii(request.TargetUri) ? null : SignatureFault.FieldMalformed;
}
