#!/usr/bin/perl
# A web server for one file, for a Debian that has no Python: feed.pl FILE PORT. Loopback only.
use strict;
use warnings;
use IO::Socket::INET;

my ($file, $port) = @ARGV;
open(my $in, '<:raw', $file) or die "$file: $!\n";
my $body = do { local $/; <$in> };
my $server = IO::Socket::INET->new(
    LocalAddr => '127.0.0.1', LocalPort => $port, Listen => 5, ReuseAddr => 1, Proto => 'tcp',
) or die "port $port: $!\n";
while (my $peer = $server->accept) {
    while (my $line = <$peer>) { last if $line =~ /^\r?\n$/ }
    print $peer "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: "
        . length($body) . "\r\nConnection: close\r\n\r\n" . $body;
    close $peer;
}
