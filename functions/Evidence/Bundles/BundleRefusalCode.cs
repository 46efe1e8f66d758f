namespace Ascs.Evidence.Bundles;

/// <summary>Why a bundle proves nothing: the first check that failed, in this order.</summary>
public enum BundleRefusalCode
{
    /// <summary>Not the one canonical form of a bundle of a version that this checker knows.</summary>
    NotCanonical,

    /// <summary>It isn't sealed by a key that the verifier trusts.</summary>
    KeyNotTrusted,

    /// <summary>The seal is false: something in the bundle was changed.</summary>
    SealFalse,

    /// <summary>The checkpoint is of another log than the bundle says.</summary>
    OtherLog,

    /// <summary>No trusted key of the log signed the checkpoint.</summary>
    CheckpointUnsigned,

    /// <summary>A signature on the checkpoint is false.</summary>
    CheckpointFalse,

    /// <summary>There is no leaf, or the leaves aren't in the log's order, each once.</summary>
    EntriesOutOfOrder,

    /// <summary>A proof doesn't lead from a leaf to the checkpoint.</summary>
    NotInLog,

    /// <summary>An opening doesn't show what the leaf committed to, or a field is opened twice.</summary>
    OpeningFalse,

    /// <summary>A leaf acts on one that comes after it, or that is of the wrong kind.</summary>
    LinkFalse,

    /// <summary>A text isn't the one whose hash was recorded.</summary>
    ContentFalse,

    /// <summary>The AID that the bundle claims to be about isn't the one in its leaves.</summary>
    AidFalse,
}
