namespace Ascs.Evidence.Receipts;

/// <summary>What a receipt proves to someone who holds the leaf and knows the log's keys. The first failing check decides.</summary>
public enum ReceiptVerdict
{
    /// <summary>The leaf is in the log that the known key signed for, at this index.</summary>
    Verified,

    /// <summary>The checkpoint is of another log.</summary>
    OtherLog,

    /// <summary>No line of the checkpoint is by a known key.</summary>
    NoKnownKey,

    /// <summary>A line of the checkpoint claims to be by a known key and is not.</summary>
    FalseSignature,

    /// <summary>The checkpoint is genuine, but the proof doesn't lead from this leaf to it.</summary>
    NotInLog,
}
