using Ascs.Contracts;

namespace Ascs.Operator.Subscribers;

/// <summary>A device or virtual identifier in clear, canonical (ISC-6.1.1.3). It prints masked.</summary>
internal readonly record struct Identifier
{
    private Identifier(IdentifierType type, string value) => (Type, Value) = (type, value);

    /// <summary>Kind.</summary>
    public IdentifierType Type { get; }

    /// <summary>The canonical text: UUIDs in lower case.</summary>
    public string Value { get; }

    /// <summary>True when the identifier itself says who its operator is, so that no other may claim it.</summary>
    public bool NamesItsOperator(IReadOnlyCollection<string> networkCodes)
    {
        var value = Value;
        return Type == IdentifierType.CarrierToken
            || (Type == IdentifierType.Imsi && networkCodes.Any(code => value.StartsWith(code, StringComparison.Ordinal)));
    }

    /// <summary>False for a text that is none of its kind, and for the placeholders that many devices share.</summary>
    public static bool TryParse(IdentifierType type, string? text, out Identifier identifier)
    {
        var canonical = text is null ? null : IdentifierText.Canonical(type, text);
        identifier = canonical is null ? default : new(type, canonical);
        return canonical is not null;
    }

    /// <summary>Masked.</summary>
    public override string ToString() => $"({Type})";
}
