namespace Ascs.Storage;

/// <summary>A document as it was read.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Body">
/// One UTF-8 JSON value. An adapter may give back the same value in other bytes (white space, escapes), and a number only to the precision of a double:
/// what is hashed or signed travels inside a string (base64), and integers beyond 2^53 too.
/// </param>
/// <param name="ETag">Opaque. Changes with every write of the document and never returns to a former value, not even after a delete and a new create.</param>
public sealed record Document(DocumentKey Key, ReadOnlyMemory<byte> Body, string ETag);
