namespace Ascs.Trust.Gate;

/// <summary>An answer ready to go out, free of any web framework.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Fields">Header fields, names in lower case.</param>
/// <param name="Body">The body.</param>
public sealed record OutboundAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Fields, ReadOnlyMemory<byte> Body);
