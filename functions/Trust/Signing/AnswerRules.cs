namespace Ascs.Trust.Signing;

/// <summary>What holds for every signed answer, on both sides.</summary>
internal static class AnswerRules
{
    private static readonly string[] Covered = [SignedFieldNames.ContentType, SignedFieldNames.ContentDigest];

    public static SignatureFault? Check(AnswerMessage answer)
    {
        if (answer.Request.Fields(SignedFieldNames.Signature).Count != 1) return SignatureFault.FieldMissing;
        if (Covered.Any(name => answer.Fields(name).Count > 1)) return SignatureFault.FieldRepeated;
        return Covered.All(name => SignatureBase.IsOneLineOfAscii(answer.Fields(name).ToString())) ? null : SignatureFault.FieldMalformed;
    }
}
