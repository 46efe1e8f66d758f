using System.Buffers.Binary;

namespace Ascs.Evidence.Checkpoints;

/// <summary>One signature line of a note, of a type we know or not: <c>— name base64(key id || signature)</c>.</summary>
/// <param name="KeyName">Name of the key, no spaces, no plus.</param>
/// <param name="KeyId">Id of the key, see <see cref="NoteKey.KeyId"/>.</param>
/// <param name="Signature">The signature's bytes, 1 or more.</param>
public sealed record NoteSignature(string KeyName, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Dash = "— "; // em dash U+2014, space

    /// <summary>Whether this line claims to be by that key: name and id both match (C2SP signed-note, "Signatures").</summary>
    /// <param name="key">A key.</param>
    public bool ClaimsToBeBy(NoteKey key) => KeyName == key.Name && KeyId == key.KeyId;

    /// <summary>The line without its newline.</summary>
    public override string ToString()
    {
        var bytes = new byte[4 + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.Span.CopyTo(bytes.AsSpan(4));
        return $"{Dash}{KeyName} {Convert.ToBase64String(bytes)}";
    }

    internal static NoteSignature? Parse(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [var name, var data] || !NoteKey.IsName(name))
            return null;
        return NoteText.FromBase64(data) is { Length: > 4 } bytes
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4))
            : null;
    }
}
