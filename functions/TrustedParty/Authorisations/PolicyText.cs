using System.Text.Json;
using Ascs.Contracts;

namespace Ascs.TrustedParty.Authorisations;

/// <summary>A policy as the one text that is hashed and kept.</summary>
internal static class PolicyText
{
    public static string Write(ServicePolicy policy) => JsonSerializer.Serialize(policy, WireOptions.Tolerant.GetTypeInfo(typeof(ServicePolicy)));

    public static ServicePolicy Read(string text) =>
        (ServicePolicy?)JsonSerializer.Deserialize(text, WireOptions.Tolerant.GetTypeInfo(typeof(ServicePolicy))) ?? throw new InvalidDataException("A kept policy is empty.");
}
