"""What a desk keeps beside alerts and cases: post reports, influence cases, licences."""
