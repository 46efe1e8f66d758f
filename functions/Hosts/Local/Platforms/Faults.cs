using System.Net.Sockets;
using Ascs.TrustedParty.EvidenceLog;
using Ascs.TrustedParty.Services;
using Microsoft.AspNetCore.Connections;

namespace Ascs.Hosts.Local.Platforms;

/// <summary>Tells what stopped a platform for a reason outside the program from a bug.</summary>
internal static class Faults
{
    /// <summary>One sentence that names the file or port and what is wrong with it; null for a bug.</summary>
    public static string? SentenceOf(Exception fault, PlatformParts parts) => fault switch
    {
        IOException { InnerException: AddressInUseException } => $"{parts.File.Name}: a port of {Addresses(parts)} is in use by another program.",
        SocketException => $"{parts.File.Name}: {Addresses(parts)} can't be listened on: {fault.Message}.",
        CatalogueFaultException catalogue => $"{parts.Folder.Services} and {parts.Folder.Templates} can't be used: {string.Join(" ", catalogue.Faults)}",
        LogDamagedException => $"The store {parts.Folder.Store} can't be used: {fault.Message}",
        IOException or UnauthorizedAccessException or InvalidDataException => $"The folder {parts.Folder.Root} can't be used: {fault.Message}",
        _ => null,
    };

    private static string Addresses(PlatformParts parts) =>
        $"{parts.File.PublicAddress} or {parts.File.PlatformAddress}{(parts.File.Listen is { } listen ? $" on {listen}" : "")}";
}
