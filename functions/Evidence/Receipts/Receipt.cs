using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Receipts;

/// <summary>
/// The log's answer to "is it recorded?": the leaf's index, its inclusion proof and the signed checkpoint it leads to. Its text is a C2SP tlog-proof,
/// so public tools check it too. It holds nothing about the leaf but hashes, and proves nothing without the leaf.
/// </summary>
/// <param name="Index">The leaf's index, from 0.</param>
/// <param name="Proof">Inclusion proof in the checkpoint's tree, the leaf's sibling first.</param>
/// <param name="Checkpoint">The signed checkpoint.</param>
public sealed record Receipt(long Index, IReadOnlyList<Hash256> Proof, SignedCheckpoint Checkpoint)
{
    /// <summary>Longest proof: a tree has fewer than 2^63 leaves.</summary>
    public const int MaxProofLength = 63;

    private const string Format = "c2sp.org/tlog-proof@v1";

    /// <summary>Checks the receipt for someone who holds the leaf.</summary>
    /// <param name="leafHash">The leaf's hash (<see cref="Leaves.Leaf.Hash"/>).</param>
    /// <param name="origin">The log that it should be in.</param>
    /// <param name="known">That log's keys, from a source one trusts.</param>
    public ReceiptVerdict Verify(Hash256 leafHash, string origin, params IReadOnlyCollection<NoteKey> known)
    {
        if (Checkpoint.Checkpoint.Origin != origin)
            return ReceiptVerdict.OtherLog;
        return Checkpoint.Verify(known) switch
        {
            NoteVerdict.FalseSignature => ReceiptVerdict.FalseSignature,
            NoteVerdict.Verified => Includes(leafHash) ? ReceiptVerdict.Verified : ReceiptVerdict.NotInLog,
            _ => ReceiptVerdict.NoKnownKey,
        };
    }

    /// <summary>Reads the text form, strictly: what it accepts, <see cref="ToString"/> writes back character for character.</summary>
    /// <param name="text">A C2SP tlog-proof without extra data.</param>
    /// <param name="receipt">The receipt, unverified, when true.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Receipt? receipt)
    {
        receipt = null;
        var split = text.IndexOf("\n\n", StringComparison.Ordinal); // the first empty line separates proof and checkpoint
        if (split < 0 || text[..split].Split('\n') is not [Format, var indexLine, .. { Length: <= MaxProofLength } lines])
            return false;
        if (!indexLine.StartsWith("index ", StringComparison.Ordinal)
            || !long.TryParse(indexLine.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            return false;
        var proof = new Hash256[lines.Length];
        for (var i = 0; i < proof.Length; i++)
        {
            if (!Hash256.TryParseBase64(lines[i], out proof[i]))
                return false;
        }

        if (SignedCheckpoint.TryParse(text[(split + 2)..], out var checkpoint))
            receipt = new Receipt(index, proof, checkpoint);
        if (receipt?.ToString() != text) // a leading zero
            receipt = null;
        return receipt is not null;
    }

    /// <summary>The text form.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(4096).Append(Format).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Proof)
            text.Append(hash.ToBase64()).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private bool Includes(Hash256 leafHash) =>
        Inclusion.Check([.. Proof], Index, leafHash, Checkpoint.Checkpoint.Size, Checkpoint.Checkpoint.Root);
}
