namespace Ascs.Contracts;

/// <summary>A value that travels as one canonical text: parsing refuses every other spelling of the same value.</summary>
/// <typeparam name="TSelf">The value's own type.</typeparam>
public interface IWireText<TSelf>
    where TSelf : struct, IWireText<TSelf>
{
    /// <summary>The regular expression of the canonical text (ECMA 262), as it stands in the OpenAPI document.</summary>
    static abstract string Pattern { get; }

    /// <summary>Reads the canonical text; false for anything else. Never throws.</summary>
    static abstract bool TryParse(string? text, out TSelf value);
}
