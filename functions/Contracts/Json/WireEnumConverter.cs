using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ascs.Contracts;

/// <summary>Enums travel as UPPER_SNAKE_CASE names, never as numbers.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class WireEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false)
    where T : struct, Enum;
