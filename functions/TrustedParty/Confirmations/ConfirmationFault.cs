namespace Ascs.TrustedParty.Confirmations;

/// <summary>Why a confirmation is not shown.</summary>
internal enum ConfirmationFault
{
    /// <summary>Not a document that a known enterprise signed for this purpose.</summary>
    NotSigned,

    /// <summary>Its ten minutes are over, or it is from the future.</summary>
    Expired,

    /// <summary>The service does not offer what it says, or its text is not the policy's.</summary>
    NotOffered,

    /// <summary>It would send the person's answer to somewhere else than the enterprise.</summary>
    ReturnElsewhere,
}
