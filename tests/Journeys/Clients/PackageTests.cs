using System.Runtime.CompilerServices;
using Ascs.Client;
using Ascs.Contracts;
using Ascs.Hosts.Local.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Ascs.Journeys.Tests.Clients;

/// <summary>The client as those get it who have only its packages: packed, restored without a network from a folder, built outside of the repository, run.</summary>
public sealed class PackageTests(ClientSystem system) : IClassFixture<ClientSystem>
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));
    private static readonly string Global = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_outside_of_the_repository_sends_a_message_by_the_package()
    {
        var scratch = Directory.CreateTempSubdirectory("ascs-package-").FullName;
        try
        {
            await PackAsync(Path.Combine(scratch, "feed"));
            var program = Path.Combine(Directory.CreateDirectory(Path.Combine(scratch, "program")).FullName, "Send.csproj");
            await WriteProgramAsync(program);
            // No source but the folder; what others made comes from what this repository's own restore has put on the disk.
            await Dotnet.RunAsync(["build", program, "--nologo", "-v", "quiet", "-o", Path.Combine(scratch, "out")], [("NUGET_PACKAGES", Path.Combine(scratch, "packages"))], Ct);
            Aid aid;
            await using (var services = system.Open())
                aid = (await system.ConsentAsync(services.GetRequiredService<AscsClient>(), Ct)).Aid;
            Assert.StartsWith("Delivered, record ", await Dotnet.RunAsync(["exec", Path.Combine(scratch, "out", "Send.dll"), system.Folder, aid.ToString()], [], Ct), StringComparison.Ordinal);
            await system.Phones.WaitAsync(DemoPeople.LinNumber, text => text.Contains("HY20261123", StringComparison.Ordinal), Ct);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task PackAsync(string feed)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        await Dotnet.RunAsync(["pack", Path.Combine(Repository, "functions", "Client", "Ascs.Client.slnf"), "--no-build", "-c", configuration, "-o", feed], [], Ct);
        Assert.Contains("Ascs.Client.1.0.0.nupkg", Directory.EnumerateFiles(feed).Select(Path.GetFileName));
    }

    private static async Task WriteProgramAsync(string project)
    {
        var folder = Path.GetDirectoryName(project)!;
        File.Copy(Path.Combine(Repository, "functions", "Client", "samples", "Send", "Program.cs"), Path.Combine(folder, "Program.cs"));
        await File.WriteAllTextAsync(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Ascs.Client" Version="1.0.0" />
              </ItemGroup>
            </Project>
            """, Ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="feed" value="../feed" /></packageSources>
              <fallbackPackageFolders><clear /><add key="restored" value="{Global}" /></fallbackPackageFolders>
            </configuration>
            """, Ct);
    }

    private static string Here([CallerFilePath] string file = "") => file;
}
