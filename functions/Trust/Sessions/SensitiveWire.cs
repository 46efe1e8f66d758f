using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>How messages with sensitive members are read and written in one session.</summary>
internal sealed class SensitiveWire
{
    public SensitiveWire(Func<string, SealedText> seal, Func<SealedText, string?> open)
    {
        var converter = new SensitiveTextConverter(seal, open);
        (Strict, Tolerant) = (WireOptions.StrictWith(converter), WireOptions.TolerantWith(converter));
    }

    /// <summary>In clear, for nothing that leaves the process: what two requests are compared by.</summary>
    public static JsonSerializerOptions Clear { get; } = WireOptions.StrictWith(new ClearTextConverter());

    /// <summary>Requests.</summary>
    public JsonSerializerOptions Strict { get; }

    /// <summary>Answers.</summary>
    public JsonSerializerOptions Tolerant { get; }
}
