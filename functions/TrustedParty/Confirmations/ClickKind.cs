namespace Ascs.TrustedParty.Confirmations;

/// <summary>How a showing was answered.</summary>
internal enum ClickKind
{
    /// <summary>The person said yes on our page.</summary>
    Confirmed,

    /// <summary>The person said no on our page.</summary>
    Declined,

    /// <summary>The enterprise authorised before anybody answered.</summary>
    NotAsked,
}
