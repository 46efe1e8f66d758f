using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Ascs.Contracts;

namespace Ascs.Trust.Sessions;

/// <summary>Which wire types hold sensitive text, anywhere inside.</summary>
internal static class SensitiveMembers
{
    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    /// <summary>Whether calls of this endpoint need a data key, for the request or the answer.</summary>
    public static bool In(Endpoint endpoint) => In(endpoint.RequestType) || In(endpoint.AnswerType);

    /// <summary>Whether a wire type holds sensitive text.</summary>
    public static bool In(Type type) => Known.GetOrAdd(type, static one => Holds(one, []));

    private static bool Holds(Type type, HashSet<Type> seen)
    {
        if (type == typeof(SensitiveText)) return true;
        if (!seen.Add(type)) return false;
        var json = WireOptions.Strict.GetTypeInfo(type);
        return json.Kind switch
        {
            JsonTypeInfoKind.Object => json.Properties.Any(member => Holds(member.PropertyType, seen)),
            JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => Holds(json.ElementType!, seen),
            _ => false,
        };
    }
}
