using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Checkpoints;

/// <summary>
/// What a log says of itself at one size (C2SP tlog-checkpoint, "Note text"):
/// <code>
/// origin
/// size, decimal
/// root, base64
/// extension lines, if any
/// </code>
/// </summary>
public sealed class Checkpoint
{
    /// <summary>A checkpoint.</summary>
    /// <param name="origin">The log's name: one line, not empty.</param>
    /// <param name="size">Number of leaves, 0 or more.</param>
    /// <param name="root">Root of the RFC 6962 tree of that size.</param>
    /// <param name="extensions">Extension lines, none of them empty. Monitors can't audit them, so use sparingly.</param>
    /// <exception cref="ArgumentException">A line that is empty or has control characters, or a negative size.</exception>
    public Checkpoint(string origin, long size, Hash256 root, params IReadOnlyList<string> extensions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        if (!IsLine(origin) || !extensions.All(IsLine))
            throw new ArgumentException("Origin and extensions are lines: not empty, no control characters.", nameof(origin));
        (Origin, Size, Root, Extensions) = (origin, size, root, extensions);
    }

    /// <summary>The log's name.</summary>
    public string Origin { get; }

    /// <summary>Number of leaves.</summary>
    public long Size { get; }

    /// <summary>Root of the tree of that size.</summary>
    public Hash256 Root { get; }

    /// <summary>Extension lines, opaque.</summary>
    public IReadOnlyList<string> Extensions { get; }

    /// <summary>Reads a note text.</summary>
    /// <param name="text">The text of a note, its final newline included.</param>
    /// <param name="checkpoint">The checkpoint when true.</param>
    /// <returns>False unless <see cref="ToText"/> writes exactly this text.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (!text.EndsWith('\n') || text[..^1].Split('\n') is not [var origin, var number, var hash, .. var extensions])
            return false;
        if (!IsLine(origin) || !extensions.All(IsLine))
            return false;
        if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || !Hash256.TryParseBase64(hash, out var root))
            return false;
        var read = new Checkpoint(origin, size, root, extensions);
        checkpoint = read.ToText() == text ? read : null; // a leading zero
        return checkpoint is not null;
    }

    /// <summary>The note text.</summary>
    public string ToText() =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Root.ToBase64()}\n{string.Concat(Extensions.Select(e => e + "\n"))}");

    /// <summary>The checkpoint signed as a note.</summary>
    /// <param name="signers">One or more, in the order of the lines.</param>
    public SignedCheckpoint Sign(params IReadOnlyList<INoteSigner> signers) => new(this, SignedNote.Sign(ToText(), signers));

    private static bool IsLine(string line) => line.Length > 0 && !line.Any(c => c < 0x20);
}
