namespace Ascs.Trust.Journal;

/// <summary>Which of the three logs of ISC-7.5 a line belongs to.</summary>
public enum JournalKind
{
    /// <summary>How the platform runs.</summary>
    Run,

    /// <summary>Key points of the business: an authorisation taken, a dispatch accepted.</summary>
    Business,

    /// <summary>Key data changed: a key rotated, a peer paired, a policy published.</summary>
    Change,
}
