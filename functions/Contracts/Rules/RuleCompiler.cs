using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ascs.Contracts;

/// <summary>Makes checks out of rules. A null check has nothing to look at: the type said everything when the value was read.</summary>
internal static class RuleCompiler
{
    public static RuleCheck? Record(JsonTypeInfo record)
    {
        var members = record.Properties.Select(Member).OfType<RuleCheck>().ToArray();
        return members.Length == 0 ? null : value => First(members, value);
    }

    private static RuleCheck? Member(JsonPropertyInfo member)
    {
        var place = $"{member.DeclaringType.Name}.{member.Name}";
        if (Value(member.PropertyType, WireRules.Of(member), place) is not { } check) return null;
        var get = member.Get!;
        return record => get(record) is { } value && check(value) is { } fault ? fault with { Pointer = $"/{member.Name}{fault.Pointer}" } : null;
    }

    private static RuleCheck? Value(Type type, IReadOnlyList<RuleAttribute> rules, string place)
    {
        var info = WireOptions.Strict.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => Record(info),
            JsonTypeInfoKind.Enumerable => List(info, rules, place),
            JsonTypeInfoKind.Dictionary => Map(info, rules, place),
            _ => Plain(info.Type, rules, place),
        };
    }

    private static RuleCheck? Plain(Type type, IReadOnlyList<RuleAttribute> rules, string place)
    {
        if (type == typeof(SensitiveText) && rules.Count == 1) return value => Fault(rules[0], ((SensitiveText)value).Text); // the text in clear
        var needed = type == typeof(SensitiveText) || type == typeof(string) || type == typeof(int) || type == typeof(long) || type == typeof(JsonElement);
        if (rules.Count != (needed ? 1 : 0)) throw new InvalidOperationException($"{place} needs {(needed ? "one rule" : "no rule")}.");
        return needed ? value => Fault(rules[0], value) : null;
    }

    private static RuleCheck List(JsonTypeInfo list, IReadOnlyList<RuleAttribute> rules, string place)
    {
        var (count, element) = (Count(rules, place), list.ElementType!);
        var check = Value(element, [.. rules.Where(rule => rule != count)], place);
        return value => Fault(count, value) ?? (check is null && element.IsValueType ? null : Items((IList)value, check));
    }

    private static RuleCheck Map(JsonTypeInfo map, IReadOnlyList<RuleAttribute> rules, string place)
    {
        var (count, names) = (Count(rules, place), rules.OfType<NamesAttribute>().SingleOrDefault());
        if (map.KeyType == typeof(string) != names is not null) throw new InvalidOperationException($"{place} needs a rule of its names.");
        var check = Value(map.ElementType!, [.. rules.Where(rule => rule != count && rule != names)], place);
        return value => Fault(count, value) ?? Entries((IDictionary)value, names, check);
    }

    private static ItemsAttribute Count(IReadOnlyList<RuleAttribute> rules, string place) =>
        rules.OfType<ItemsAttribute>().SingleOrDefault() ?? throw new InvalidOperationException($"{place} needs a number of items.");

    private static FieldError? First(RuleCheck[] checks, object value)
    {
        foreach (var check in checks)
            if (check(value) is { } fault) return fault;
        return null;
    }

    // A null in a list or map is JSON that the type does not refuse.
    private static FieldError? Items(IList items, RuleCheck? check)
    {
        for (var i = 0; i < items.Count; i++)
            if (Inside(items[i], check) is { } fault) return fault with { Pointer = $"/{i}{fault.Pointer}" };
        return null;
    }

    // The name stands in a pointer only once it is known to be harmless.
    private static FieldError? Entries(IDictionary entries, NamesAttribute? names, RuleCheck? check)
    {
        foreach (DictionaryEntry entry in entries)
        {
            if (names is not null && Fault(names, entry.Key) is { } odd) return odd;
            if (Inside(entry.Value, check) is { } fault) return fault with { Pointer = $"/{entry.Key}{fault.Pointer}" };
        }

        return null;
    }

    private static FieldError? Inside(object? value, RuleCheck? check) => value is null ? new FieldError("", "FORM") : check?.Invoke(value);

    private static FieldError? Fault(RuleAttribute rule, object value) => rule.Fault(value) is { } name ? new FieldError("", name) : null;
}
