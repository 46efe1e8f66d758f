using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>
/// A text that leaves the process encrypted or not at all (CHEAA-4.1.3.1 b): as JSON it is a <see cref="SealedText"/> under the data key of the session that
/// carries it. Without a session nothing can write or read it.
/// </summary>
/// <param name="Text">In clear; neither logs nor errors get it from here.</param>
[JsonConverter(typeof(SensitiveTextLock))]
public sealed record SensitiveText(string Text)
{
    /// <summary>Never the text.</summary>
    public override string ToString() => "…";
}
