using System.Text.Json;

namespace Ascs.TrustedParty.Evidence;

/// <summary>Names of enum values as they stand on the wire and in leaves: UPPER_SNAKE_CASE.</summary>
internal static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
