using System.Text;
using Ascs.Evidence.Checkpoints;
using Ascs.Evidence.Leaves;
using Ascs.Evidence.Tree;

namespace Ascs.Evidence.Bundles;

/// <summary>Bundle version 1 to bytes and back (WIRE.md 5): write and read side by side.</summary>
internal static class BundleFormat
{
    private const string Name = "ascs-bundle/1";

    /// <summary>What the seal signs: the domain name, a newline, and the file up to the comma before its last member.</summary>
    public static byte[] SealedBytes(Bundle bundle) => SealedBytes(Body(bundle));

    public static byte[] Write(Bundle bundle, ReadOnlySpan<byte> signature) =>
        Encoding.ASCII.GetBytes($"{Body(bundle)},\"signature\":\"{Convert.ToBase64String(signature)}\"}}\n");

    /// <summary>Reads a bundle; null unless <see cref="Write(Bundle, ReadOnlySpan{byte})"/> gives exactly these bytes.</summary>
    public static (Bundle Bundle, byte[] SealedBytes, byte[] Signature)? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Bundle.MaxLength || BundleJson.Read(bytes) is not { Format: Name } json || ToBundle(json) is not { } bundle)
            return null;
        if (NoteText.FromBase64(json.Signature) is not { } signature || !Write(bundle, signature).AsSpan().SequenceEqual(bytes))
            return null;
        return (bundle, SealedBytes(bundle), signature);
    }

    private static byte[] SealedBytes(string body) => [.. "ascs bundle seal 1\n"u8, .. Encoding.ASCII.GetBytes(body)];

    private static string Body(Bundle bundle)
    {
        var json = new CanonicalJson().Open('{').Name("format").Value(Name).Name("origin").Value(bundle.Origin).Name("keys").Open('[');
        foreach (var key in bundle.Keys)
            json.Value(key.ToString());
        json.Close(']').Name("checkpoint").Value(bundle.Checkpoint.ToString()).Name("aid").Value(bundle.Aid).Name("entries").Open('[');
        foreach (var entry in bundle.Entries)
            Write(json, entry);
        json.Close(']').Name("contents").Open('[');
        foreach (var (index, field, text) in bundle.Contents)
            json.Open('{').Name("index").Value(index).Name("field").Value(field.Label()).Name("text").Value(text).Close('}');
        return json.Close(']').ToString();
    }

    private static void Write(CanonicalJson json, BundleEntry entry)
    {
        json.Open('{').Name("index").Value(entry.Index).Name("leaf").Value(Convert.ToBase64String(entry.Leaf.Bytes.Span)).Name("proof").Open('[');
        foreach (var hash in entry.Proof)
            json.Value(hash.ToBase64());
        json.Close(']').Name("openings").Open('[');
        foreach (var (field, value, salt) in entry.Openings)
            json.Open('{').Name("field").Value(field.Label()).Name("value").Value(value).Name("salt").Value(Convert.ToBase64String(salt.Span)).Close('}');
        json.Close(']').Close('}');
    }

    private static Bundle? ToBundle(BundleJson json)
    {
        var keys = All(json.Keys, k => NoteKey.TryParse(k, out var key) ? key : null);
        var entries = All(json.Entries, ToEntry);
        var contents = All(json.Contents, c => LeafFields.TryParse(c.Field, out var field) ? new BundleContent(c.Index, field, c.Text) : null);
        return keys is not null && entries is not null && contents is not null && SignedCheckpoint.TryParse(json.Checkpoint, out var checkpoint)
            ? new Bundle(json.Origin, keys, checkpoint, json.Aid, entries, contents)
            : null;
    }

    private static BundleEntry? ToEntry(BundleJson.Entry entry)
    {
        var proof = new Hash256[entry.Proof.Count];
        for (var i = 0; i < proof.Length; i++)
        {
            if (!Hash256.TryParseBase64(entry.Proof[i], out proof[i]))
                return null;
        }

        var openings = All(entry.Openings, o =>
            LeafFields.TryParse(o.Field, out var field) && NoteText.FromBase64(o.Salt) is { } salt ? new Opening(field, o.Value, salt) : null);
        return openings is not null && Leaf.TryParse(NoteText.FromBase64(entry.Leaf), out var leaf)
            ? new BundleEntry(entry.Index, leaf, proof, openings)
            : null;
    }

    /// <summary>All items read, or null when one of them can't be.</summary>
    private static T[]? All<TJson, T>(IReadOnlyList<TJson> items, Func<TJson, T?> read)
        where T : class
    {
        var all = items.Select(read).OfType<T>().ToArray();
        return all.Length == items.Count ? all : null;
    }
}
