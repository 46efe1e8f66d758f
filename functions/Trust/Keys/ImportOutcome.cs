namespace Ascs.Trust.Keys;

/// <summary>What became of a secret brought from outside.</summary>
public enum ImportOutcome
{
    /// <summary>It is in the ring and current.</summary>
    Imported,

    /// <summary>This version is in the ring already with the same bytes: a repeated call.</summary>
    AlreadyThere,

    /// <summary>This version is in the ring with other bytes, or destroyed, or a newer one is.</summary>
    Conflict,
}
