namespace Ascs.Contracts;

/// <summary>What an author signature over a document is for, besides the names of endpoints; part of the signed bytes, so one can't pass for another.</summary>
public static class Operations
{
    /// <summary>An enterprise over a <see cref="SealedIdContent"/>, inside the seal.</summary>
    public const string SealedId = "seals/seal";

    /// <summary>An enterprise over a <see cref="Contracts.Confirmation"/>.</summary>
    public const string Confirmation = "consents/confirm";

    /// <summary>The trusted party over a <see cref="Contracts.ConfirmationResult"/>.</summary>
    public const string ConfirmationResult = "confirmations/result";
}
