using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Ascs.Evidence.Checkpoints;

/// <summary>
/// A text and the lines of those who signed it (C2SP signed-note):
/// <code>
/// text, every line ended by a newline
/// (an empty line)
/// — key-name base64(key id || signature)
/// </code>
/// Immutable. Until <see cref="Verify"/> says so the text is nobody's.
/// </summary>
public sealed class SignedNote
{
    /// <summary>Largest note that is read, in bytes: room for far more than the 16 signatures that every reader has to accept.</summary>
    public const int MaxLength = 256 * 1024;

    /// <summary>Most signature lines that are read.</summary>
    public const int MaxSignatures = 64;

    private readonly byte[] _text;

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures)
    {
        (Text, Signatures) = (text, signatures);
        _text = Encoding.UTF8.GetBytes(text);
    }

    /// <summary>The text that is signed, its final newline included.</summary>
    public string Text { get; }

    /// <summary>All signature lines in order, those of unknown keys and types too.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">Ends with a newline; no other control characters.</param>
    /// <param name="signers">One or more, in the order of the lines.</param>
    /// <exception cref="ArgumentException">A text that no note can have, or no signer.</exception>
    public static SignedNote Sign(string text, params IReadOnlyList<INoteSigner> signers)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!text.EndsWith('\n') || NoteText.FromUtf8(bytes) != text)
            throw new ArgumentException("A note text ends with a newline and has no other control characters.", nameof(text));
        if (signers.Count == 0)
            throw new ArgumentException("A note has at least one signature.", nameof(signers));
        return new SignedNote(text, [.. signers.Select(s => new NoteSignature(s.Key.Name, s.Key.KeyId, s.Sign(bytes)))]);
    }

    /// <summary>Reads a note. Strict: what it accepts, <see cref="ToString"/> writes back byte for byte.</summary>
    /// <param name="bytes">UTF-8.</param>
    /// <param name="note">The note, unverified, when true.</param>
    /// <returns>False for anything that isn't a note, and for one over <see cref="MaxLength"/> or <see cref="MaxSignatures"/>.</returns>
    public static bool TryParse(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out SignedNote? note)
    {
        note = null;
        if (bytes.Length > MaxLength || NoteText.FromUtf8(bytes) is not { } all || !all.EndsWith('\n'))
            return false;
        var split = all.LastIndexOf("\n\n", StringComparison.Ordinal); // the last empty line separates
        if (split < 0)
            return false;
        var lines = all[(split + 2)..].TrimEnd('\n').Split('\n');
        var signatures = lines.Length <= MaxSignatures ? lines.Select(NoteSignature.Parse).OfType<NoteSignature>().ToArray() : [];
        if (signatures.Length == 0 || signatures.Length != lines.Length)
            return false;
        note = new SignedNote(all[..(split + 1)], signatures);
        return true;
    }

    /// <summary>Adds a signature line, for instance a witness's.</summary>
    /// <param name="signature">The line; not judged.</param>
    public SignedNote With(NoteSignature signature) => new(Text, [.. Signatures, signature]);

    /// <summary>Judges the signatures for someone who knows these keys; lines by other keys are ignored (C2SP signed-note, "Signatures").</summary>
    /// <param name="known">The keys one knows.</param>
    public NoteVerdict Verify(params IReadOnlyCollection<NoteKey> known)
    {
        var signedBy = new List<NoteKey>();
        foreach (var signature in Signatures)
        {
            foreach (var key in known.Where(signature.ClaimsToBeBy))
            {
                if (!key.Verify(_text, signature.Signature.Span))
                    return new NoteVerdict.FalseSignature(key);
                if (!signedBy.Contains(key))
                    signedBy.Add(key);
            }
        }

        return signedBy.Count > 0 ? new NoteVerdict.Verified(signedBy) : new NoteVerdict.NoKnownKey();
    }

    /// <summary>The note as UTF-8.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(ToString());

    /// <summary>The note as text.</summary>
    public override string ToString() => $"{Text}\n{string.Concat(Signatures.Select(s => s + "\n"))}";
}
