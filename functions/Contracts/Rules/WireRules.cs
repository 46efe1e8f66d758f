using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;

namespace Ascs.Contracts;

/// <summary>Checks records against the rules on their members (CHEAA-4.1.3.3). Compiled once a type; identifiers and times have checked themselves when they were read.</summary>
public static class WireRules
{
    private static readonly ConcurrentDictionary<Type, RuleCheck> Compiled = new();

    /// <summary>The first member that breaks a rule, or null. Never tells the value.</summary>
    /// <exception cref="InvalidOperationException">A member of the type has no rule: a fault of the record.</exception>
    public static FieldError? Check(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return For(value.GetType())(value);
    }

    /// <summary>The rules that stand on a member.</summary>
    public static IReadOnlyList<RuleAttribute> Of(JsonPropertyInfo member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return [.. member.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(RuleAttribute), inherit: true).Cast<RuleAttribute>() ?? []];
    }

    /// <summary>Compiles a record's rules.</summary>
    /// <exception cref="InvalidOperationException">A member has no rule.</exception>
    internal static RuleCheck For(Type record) => Compiled.GetOrAdd(record, type => RuleCompiler.Record(WireOptions.Strict.GetTypeInfo(type)) ?? (_ => null));
}
