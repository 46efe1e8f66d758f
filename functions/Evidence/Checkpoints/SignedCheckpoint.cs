using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Ascs.Evidence.Checkpoints;

/// <summary>A checkpoint with its signature lines. Text and note always agree.</summary>
public sealed class SignedCheckpoint
{
    internal SignedCheckpoint(Checkpoint checkpoint, SignedNote note) => (Checkpoint, Note) = (checkpoint, note);

    /// <summary>What is signed. Nobody's until <see cref="Verify"/> says whose.</summary>
    public Checkpoint Checkpoint { get; }

    /// <summary>The note with all its signature lines.</summary>
    public SignedNote Note { get; }

    /// <summary>Reads a signed checkpoint, strictly.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="signed">The checkpoint, unverified, when true.</param>
    /// <returns>False for anything that isn't a note, or whose text isn't a checkpoint.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedCheckpoint? signed)
    {
        signed = SignedNote.TryParse(bytes, out var note) && Checkpoint.TryParse(note.Text, out var checkpoint) ? new(checkpoint, note) : null;
        return signed is not null;
    }

    /// <summary>Reads a signed checkpoint, strictly.</summary>
    /// <param name="text">What <see cref="ToString"/> wrote.</param>
    /// <param name="signed">The checkpoint, unverified, when true.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out SignedCheckpoint? signed) => TryParse(Encoding.UTF8.GetBytes(text), out signed);

    /// <summary>Judges the signatures, see <see cref="SignedNote.Verify"/>. The origin is the caller's to compare.</summary>
    /// <param name="known">The keys one knows.</param>
    public NoteVerdict Verify(params IReadOnlyCollection<NoteKey> known) => Note.Verify(known);

    /// <summary>A copy with one more signature line.</summary>
    /// <param name="signature">The line; not judged.</param>
    public SignedCheckpoint With(NoteSignature signature) => new(Checkpoint, Note.With(signature));

    /// <summary>The note as text.</summary>
    public override string ToString() => Note.ToString();
}
